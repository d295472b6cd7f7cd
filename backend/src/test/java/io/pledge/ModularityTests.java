package io.pledge;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Holds the house: which module may use which, and that there are no circles. */
class ModularityTests {
    private final ApplicationModules modules = ApplicationModules.of(PledgeApplication.class);

    @Test
    void modulesUseOnlyWhatTheyDeclareAndFormNoCircle() {
        modules.verify();
    }

    @Test
    void thePictureOfTheHouseIsDrawn() {
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
