using Clinic.Abstractions;

namespace Clinic.Dispensing.Dispensations;

/// <summary>Says why a machine refused a trigger.</summary>
internal static class Transitions
{
    public static RuleFailure Refused<TStatus, TTrigger>(
        string machine, TStatus status, TTrigger trigger, IReadOnlyList<TTrigger> allowed, ICollection<string>? unmet)
        where TStatus : struct, Enum
        where TTrigger : struct, Enum =>
        new(DispensingRules.TransitionRefused, ("machine", machine), ("status", status), ("trigger", trigger),
            ("allowed", Moves.Text(allowed)), ("unmet", unmet is { Count: > 0 } ? string.Join(", ", unmet) : "none"));
}
