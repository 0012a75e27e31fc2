package dev.migrationgate.fix;

import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import java.util.ArrayList;
import java.util.List;

/** Lets a gate open on success, and on nothing else. */
public record WaitForSuccess(Workload workload, Gate gate) implements Fix {
  private static final String COMPLETE = "condition=complete";
  private static final String TIMEOUT = "--timeout=10m";

  @Override
  public Plan plan(Surroundings around) {
    GateCommand command = new GateCommand(workload.resource(), gate.container());
    List<Change> changes = new ArrayList<>();
    try {
      if (gate instanceof Gate.SchemaPoll) {
        changes.add(command.replace(command.openEnd(), ""));
      } else if (gate instanceof Gate.JobPoll poll) {
        if (poll.failsOpen()) {
          changes.add(command.replace(command.openEnd(), ""));
        }
        if (poll.opens() != Gate.Opens.ON_SUCCESS) {
          changes.addAll(mode(command, poll));
        } else if (!poll.isPatient()) {
          changes.addAll(command.addToKubectlWait(TIMEOUT));
        }
      }
    } catch (CannotChange e) {
      return new Plan.Refused(e.getMessage());
    }
    return new Plan.Changes(
        "init container " + gate.container().name() + " waits for success alone", changes);
  }

  private static List<Change> mode(GateCommand command, Gate.JobPoll poll) {
    if (poll.form() == Gate.Form.K8S_WAIT_FOR) {
      if (poll.modeWord().isPresent()) {
        return List.of(command.replaceWord(poll.mode(), "job-wr"));
      }
      return List.of(command.replace(" " + poll.mode() + " ", " job-wr "));
    }
    if (poll.form() == Gate.Form.KUBECTL_WAIT && poll.mode().isEmpty()) {
      return poll.isPatient()
          ? command.addToKubectlWait("--for=" + COMPLETE)
          : command.addToKubectlWait("--for=" + COMPLETE, TIMEOUT);
    }
    if (poll.form() == Gate.Form.KUBECTL_WAIT && poll.mode().startsWith("condition=")) {
      return List.of(command.replace(poll.mode(), COMPLETE));
    }
    throw new CannotChange("what it waits for has to be written anew");
  }
}
