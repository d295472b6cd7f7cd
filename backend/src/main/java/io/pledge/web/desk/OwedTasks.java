package io.pledge.web.desk;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.notifications.Confirmation;
import io.pledge.notifier.PlanTasks;
import io.pledge.notifier.UnreachedCustomers;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says what is to be done, or was, where a confirmation is about more than that somebody knows of a case. */
@Component
class OwedTasks {
    private final UnreachedCustomers unreached;
    private final PlanTasks planned;
    private final TimeWords time;

    OwedTasks(UnreachedCustomers unreached, PlanTasks planned, TimeWords time) {
        this.unreached = unreached;
        this.planned = planned;
        this.time = time;
    }

    /**
     * A task.
     *
     * @param what is to be done, or was
     * @param verb what the button says
     * @param byPlan whether a communication plan asks for it
     * @param customer who on the customer's side it is about; empty where that is said already
     */
    record Task(String what, String verb, boolean byPlan, String customer) {}

    /** By the confirmation's id; one that is about nothing more is left out. */
    Map<Long, Task> of(Collection<Confirmation> owed, Reader reader) {
        var tasks = new HashMap<Long, Task>();
        var letters = unreached.letters(owed);
        var plans = planned.tasks(owed);
        for (var one : owed) {
            Optional.ofNullable(letters.get(one.id())).ifPresent(letter -> tasks.put(one.id(), new Task(one.open()
                    ? UnreachedWords.task(letter, time, reader)
                    : UnreachedWords.done(letter, time, reader), say(reader, "desk.unreached.done"), false, "")));
            Optional.ofNullable(plans.get(one.id())).ifPresent(task -> tasks.put(one.id(), task(one, task, reader)));
        }
        return tasks;
    }

    private Task task(Confirmation one, PlanTasks.Task task, Reader reader) {
        var name = task.person().name();
        if (task.occasion() == null) {
            var key = !one.open() ? "desk.plan.read.done" : task.waits() ? "desk.plan.read.waits" : "desk.plan.read";
            return new Task(say(reader, key, name), say(reader, "desk.unreached.done"), true, name);
        }
        var about = say(reader, "communication.occasion." + task.occasion());
        var phone = Optional.ofNullable(task.person().phone()).orElseGet(() -> say(reader, "desk.plan.noPhone"));
        return new Task(say(reader, one.open() ? "desk.plan.call" : "desk.plan.call.done", name, phone, about),
                say(reader, "desk.plan.called"), true, name);
    }

    private String say(Reader reader, String key, Object... parts) {
        return time.say(key, reader.locale(), parts);
    }
}
