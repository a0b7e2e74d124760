namespace Clinic.Dispensing.Policies;

/// <summary>How finely use is written down.</summary>
public enum AccountabilityRule
{
    /// <summary>Every dose is entered.</summary>
    EachDose,

    /// <summary>One confirmation that all was used is enough.</summary>
    ConfirmAllUsed,
}
