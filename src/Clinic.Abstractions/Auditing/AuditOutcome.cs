namespace Clinic.Abstractions;

/// <summary>Whether what was tried was done.</summary>
public enum AuditOutcome
{
    /// <summary>It was done, in the same commit as this entry.</summary>
    Accepted,

    /// <summary>It was refused; nothing else changed.</summary>
    Refused,
}
