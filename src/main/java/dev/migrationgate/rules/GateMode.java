package dev.migrationgate.rules;

import dev.migrationgate.fix.Reach;
import dev.migrationgate.fix.WaitForSuccess;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.pod.Container;

/** The gate opens on other things than success. */
final class GateMode implements Rule {
  @Override
  public String id() {
    return "gate-mode";
  }

  @Override
  public String title() {
    return "The gate does not wait for the migration's success";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Reach reach() {
    return Reach.SAFE;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Workload workload : rollout.workloads()) {
      for (Gate gate : workload.gates()) {
        if (gate instanceof Gate.JobPoll poll) {
          judge(workload, poll, findings);
        } else if (gate instanceof Gate.SchemaPoll poll && poll.failsOpen()) {
          findings.add(
              severity(),
              workload.resource(),
              command(poll.container()),
              poll.container().title()
                  + " passes although the schema is behind; let nothing stand behind the check, or"
                  + " use set -e",
              new WaitForSuccess(workload, poll));
        }
      }
    }
  }

  private static void judge(Workload workload, Gate.JobPoll poll, Findings findings) {
    if (!poll.waitsForSuccess()) {
      findings.add(
          Severity.ERROR,
          workload.resource(),
          field(poll),
          message(poll),
          new WaitForSuccess(workload, poll));
    } else if (!poll.isPatient()) {
      findings.add(
          Severity.INFO,
          workload.resource(),
          field(poll),
          poll.container().title()
              + " gives up after 30 seconds, the default of kubectl wait, and the pod shows restarts"
              + " until the migration is done; add --timeout, longer than the migration takes",
          new WaitForSuccess(workload, poll));
    }
  }

  private static Field field(Gate.JobPoll poll) {
    if (poll.modeWord().isPresent()) {
      Container.Word mode = poll.modeWord().get();
      return Field.at(mode.path(), mode.node()).propose("job-wr");
    }
    if (!poll.targets().isEmpty()) {
      return Field.at(poll.targets().get(0).path(), poll.targets().get(0).node());
    }
    return command(poll.container());
  }

  private static Field command(Container container) {
    String field = container.node().get("command").isPresent() ? "command" : "args";
    return Field.at(
        container.path() + "." + field, container.node().get(field).orElse(container.node()));
  }

  private static String message(Gate.JobPoll poll) {
    String name = poll.container().title();
    if (poll.failsOpen()) {
      return name
          + " passes although its wait failed; let nothing stand behind the wait, or use set -e";
    }
    if (poll.form() == Gate.Form.KUBECTL_GET_LOOP) {
      return name
          + " asks whether the Job is there, not whether it succeeded; use kubectl wait"
          + " --for=condition=complete";
    }
    return switch (poll.mode()) {
      case "job-we" -> name + " uses job-we, which passes on a failed migration; use job-wr";
      case "job" ->
          name
              + " uses job, which passes before the migration has started, and waits for ever"
              + " after a failed pod; use job-wr";
      case "" -> name + " waits for no condition; add --for=condition=complete";
      default -> name + " waits for \"" + poll.mode() + "\"; use --for=condition=complete";
    };
  }
}
