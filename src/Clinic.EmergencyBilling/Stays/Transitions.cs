namespace Clinic.EmergencyBilling.Stays;

/// <summary>How refusals name the triggers that are allowed.</summary>
internal static class Transitions
{
    public static string Text<TTrigger>(IReadOnlyList<TTrigger> allowed)
        where TTrigger : struct, Enum => allowed.Count > 0 ? string.Join(", ", allowed) : "nothing";
}
