/**
 * The Kubernetes resource model as text: how resources are framed (ResourceList, List, stream),
 * what identifies one, and the results that a function reports. Knows nothing of migrations.
 */
package dev.migrationgate.krm;
