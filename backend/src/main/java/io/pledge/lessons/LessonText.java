package io.pledge.lessons;

/**
 * What a lesson says.
 *
 * @param title what it is about, in one line
 * @param situation what somebody sees who has the same problem
 * @param cause why it happened
 * @param remedy what helped
 * @param prevention what keeps it from happening again
 */
public record LessonText(String title, String situation, String cause, String remedy, String prevention) {
    public LessonText {
        title = title.strip();
        situation = situation.strip();
        cause = cause.strip();
        remedy = remedy.strip();
        prevention = prevention.strip();
    }
}
