package io.pledge.web.steps;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pledge.web.steps.FieldWords.Fact;
import io.pledge.web.view.PromiseBadge;

/**
 * A step as the page of its case shows it.
 *
 * @param state how it stands, small
 * @param shape name of the drawing in the sprite
 * @param note who owes it, what it waits for, or who did it when
 * @param badge the time that is left; null where there is none
 * @param facts what was written into it
 * @param register what the register says of the warranty; null where it was not asked
 * @param fields what has to be written to finish it; none where the reader cannot
 * @param form what the form that finishes it needs beside; null where the reader cannot
 * @param reopens whether the reader may open it again
 * @param again what is wrong with the form that opens it again; null for nothing
 * @param lost what was refused at a form that is there no more; null for nothing
 */
public record StepLine(long id, String name, String state, String shape, String note, @Nullable PromiseBadge badge,
        List<Fact> facts, @Nullable String register, List<FieldView> fields, @Nullable Form form, boolean reopens,
        @Nullable String again, @Nullable Lost lost) {

    /**
     * A form that was refused and is there no more.
     *
     * @param why in words
     * @param typed what was typed into it
     */
    public record Lost(@Nullable String why, List<Fact> typed) {}

    /**
     * The form that finishes a step.
     *
     * @param ships whether it asks when the part left
     * @param tells whether its words go to the customer
     * @param open whether it stands open, since something in it was wrong
     * @param at what was typed as the time at which the part left
     * @param wrong what is wrong with it as a whole; null for nothing
     */
    public record Form(boolean ships, boolean tells, boolean open, String at, @Nullable String atWrong,
            @Nullable String wrong) {}
}
