package io.pledge.web.desk;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants;
import org.mapstruct.ReportingPolicy;

import io.pledge.customer.Recognised;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Home;
import io.pledge.ticket.NewAttachment;
import io.pledge.ticket.Submission;

/** From the form of the desk to the case as it comes in. */
@Mapper(componentModel = MappingConstants.ComponentModel.SPRING, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface NewCaseMapper {

    @Mapping(target = "text", expression = "java(form.text().strip())")
    @Mapping(target = "product", expression = "java(typed(form.product()))")
    @Mapping(target = "serial", expression = "java(typed(form.serial()))")
    @Mapping(target = "place", expression = "java(typed(form.place()))")
    @Mapping(target = "home", source = "home")
    @Mapping(target = "key", source = "form.key")
    @Mapping(target = "kind", source = "form.kind")
    @Mapping(target = "severity", source = "form.severity")
    @Mapping(target = "channel", source = "form.channel")
    Submission submission(NewCaseForm form, Submission.Submitter submitter, Home home,
            @Nullable Recognised recognised, List<NewAttachment> attachments, Actor enteredBy, Instant occurredAt);

    /** What somebody typed; null where they left it empty. */
    default @Nullable String typed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
