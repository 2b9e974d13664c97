package dev.broadsheet.contracts;

import org.apache.avro.util.ClassSecurityValidator;

/** Tells Avro, which since 1.12.1 builds no class it was not told of, that the contracts' classes may be built. */
final class ContractClasses {
    private static final String PACKAGE = ContractClasses.class.getPackageName();

    private ContractClasses() {}

    /** Adds to what is already trusted; repeating it changes nothing. */
    static void trust() {
        ClassSecurityValidator.ClassSecurityPredicate trusted = ClassSecurityValidator.getGlobal();
        if (!trusted.isTrusted(RawIssue.class)) {
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                    trusted, type -> type.getPackageName().equals(PACKAGE)));
        }
    }
}
