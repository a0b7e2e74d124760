namespace Clinic.Abstractions;

/// <summary>What is wrong at a place of the audit.</summary>
public enum AuditDamageKind
{
    /// <summary>The entry is there, and some part of it is not what was sealed.</summary>
    Changed,

    /// <summary>An entry that was sealed, or must have been there, is gone.</summary>
    Removed,

    /// <summary>An entry stands where none or another was sealed.</summary>
    Inserted,

    /// <summary>An entry stands at another place than the one at which it was sealed.</summary>
    Moved,

    /// <summary>A seal is not what was made: changed, or made without the key.</summary>
    SealChanged,

    /// <summary>A seal is missing, or does not continue the one before it.</summary>
    SealMissing,

    /// <summary>The audit ends before the published seal, or has another seal of that number.</summary>
    Truncated,
}
