package io.pledge.quality;

import java.nio.file.Path;
import java.time.Duration;

import io.pledge.config.ConfigFile;

/**
 * What the operator's file says of rulings. All durations are on the wall clock.
 *
 * @param ruleWithin from the closing of a complaint to its ruling
 * @param appealWithin how long a ruling can be appealed
 * @param decideWithin from an appeal to its decision
 */
public record QualityRules(Duration ruleWithin, Duration appealWithin, Duration decideWithin) {

    static QualityRules read(Path file) {
        var root = ConfigFile.read(file).allow("rule-within", "appeal-within", "decide-within");
        for (var key : root.keys()) {
            if (!root.duration(key).isPositive()) {
                throw root.fail(key, "this has to be longer than nothing");
            }
        }
        return new QualityRules(root.duration("rule-within"), root.duration("appeal-within"),
                root.duration("decide-within"));
    }
}
