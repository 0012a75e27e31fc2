package dev.migrationgate.mutation;

import java.util.Collection;
import java.util.Optional;
import org.pitest.classinfo.ClassByteArraySource;
import org.pitest.extension.common.NoTestSuiteFinder;
import org.pitest.help.PitHelpError;
import org.pitest.testapi.Configuration;
import org.pitest.testapi.TestGroupConfig;
import org.pitest.testapi.TestPluginFactory;
import org.pitest.testapi.TestSuiteFinder;
import org.pitest.testapi.TestUnitFinder;

/**
 * Gives PIT the cases of parameterised test classes without JUnit. PIT's own plugin finds cases by
 * running them all, in each of the processes that it starts: for hundreds of golden cases that
 * takes longer than all mutants together.
 */
public final class CasesOneByOne implements TestPluginFactory {

  @Override
  public Configuration createTestFrameworkConfiguration(
      TestGroupConfig groups,
      ClassByteArraySource classes,
      Collection<String> excludedRunners,
      Collection<String> includedMethods) {
    return new Configuration() {
      @Override
      public int priority() {
        return DEFAULT_PRIORITY - 1;
      }

      @Override
      public TestUnitFinder testUnitFinder() {
        return new CaseFinder();
      }

      @Override
      public TestSuiteFinder testSuiteFinder() {
        return new NoTestSuiteFinder();
      }

      @Override
      public Optional<PitHelpError> verifyEnvironment() {
        return Optional.empty();
      }
    };
  }

  @Override
  public String name() {
    return "cases-one-by-one";
  }

  @Override
  public String description() {
    return "the cases of parameterised test classes, without JUnit";
  }
}
