package io.pledge.schedule;

import java.time.Duration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import io.pledge.appraisal.Appraisals;
import io.pledge.customer.CustomerFiles;
import io.pledge.help.HelpWatch;
import io.pledge.incident.BroadcastDelivery;
import io.pledge.incident.IncidentWatch;
import io.pledge.lessons.Indexing;
import io.pledge.notifications.Bounces;
import io.pledge.notifications.Confirmations;
import io.pledge.notifications.Delivery;
import io.pledge.routine.RoutineService;
import io.pledge.sla.SlaWatch;
import io.pledge.steps.StepWatch;
import io.pledge.survey.Surveys;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Silence;
import io.pledge.visit.Reminders;

/** Every recurring job of Pledge, in the order in which one lets the next see its outcome. */
@Configuration(proxyBeanMethods = false)
class Schedules {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Records promises that fell due or are about to. */
    @Bean
    @Order(10)
    Recurring watchOverPromises(SlaWatch watch) {
        return Recurring.inBatches("promises", SECOND, watch::sweep);
    }

    /** Lets escalations climb that nobody took. */
    @Bean
    @Order(20)
    Recurring escalationsNotTaken(Escalations escalations) {
        return Recurring.inBatches("escalations", TEN_SECONDS, escalations::sweep);
    }

    /** Tells that help was not given in time. */
    @Bean
    @Order(25)
    Recurring helpOverdue(HelpWatch help) {
        return Recurring.inBatches("help", TEN_SECONDS, help::sweep);
    }

    /** Carries letters to all customers of an incident to their cases. */
    @Bean
    @Order(26)
    Recurring lettersToAll(BroadcastDelivery letters) {
        return Recurring.inBatches("broadcasts", SECOND, letters::sweep);
    }

    /** Closes incidents whose cases have all ended. */
    @Bean
    @Order(35)
    Recurring incidentsOver(IncidentWatch incidents) {
        return Recurring.inBatches("incidents", TEN_SECONDS, incidents::sweep);
    }

    /** Reminds customers who have not answered, and closes what stays unanswered. */
    @Bean
    @Order(30)
    Recurring unansweredResolutions(Silence silence) {
        return Recurring.inBatches("silence", MINUTE, silence::sweep);
    }

    /** Makes the cases of routine services that come near. */
    @Bean
    @Order(35)
    Recurring routineServices(RoutineService routine) {
        return Recurring.inBatches("routine", MINUTE, routine::sweep);
    }

    /** Lets confirmations climb that nobody gave. */
    @Bean
    @Order(40)
    Recurring confirmationsOwed(Confirmations confirmations) {
        return new Recurring("confirmations", TEN_SECONDS, confirmations::sweep);
    }

    /** Reminds those who travel on the next working day. */
    @Bean
    @Order(45)
    Recurring visitsComing(Reminders reminders) {
        return Recurring.inBatches("visits", MINUTE, reminders::sweep);
    }

    /** Tells of steps that somebody owes, and of those whose time has passed. */
    @Bean
    @Order(46)
    Recurring stepsOwed(StepWatch steps) {
        return Recurring.inBatches("steps", TEN_SECONDS, steps::sweep);
    }

    /** Asks the customers of closed cases how it went. */
    @Bean
    @Order(50)
    Recurring surveysDue(Surveys surveys) {
        return Recurring.inBatches("surveys", MINUTE, surveys::sweep);
    }

    /** Brings the search index in line with the lessons and the solved cases. */
    @Bean
    @Order(80)
    Recurring searchIndex(Indexing indexing) {
        return Recurring.inBatches("search", TWO_SECONDS, indexing::sweep);
    }

    /** Freezes the figures of everybody and every unit once their period has closed. */
    @Bean
    @Order(60)
    Recurring periodsClosed(Appraisals appraisals) {
        return new Recurring("appraisals", MINUTE, appraisals::sweep);
    }

    /** Reads which mails came back, where there is a mailbox for them. */
    @Bean
    @Order(95)
    @ConditionalOnProperty("pledge.notifications.bounces.host")
    Recurring messagesReturned(Bounces bounces) {
        return Recurring.inBatches("bounces", MINUTE, bounces::sweep);
    }

    /** Forgets sheets of customers that somebody brought and did not import. */
    @Bean
    @Order(100)
    Recurring customerFilesForgotten(CustomerFiles files) {
        return new Recurring("customer-files", MINUTE, files::sweep);
    }

    /** Sends what waits in the outbox and what a mail server refused for a while. */
    @Bean
    @Order(90)
    Recurring messagesWaiting(Delivery delivery) {
        return new Recurring("messages", SECOND, delivery::sweep);
    }
}
