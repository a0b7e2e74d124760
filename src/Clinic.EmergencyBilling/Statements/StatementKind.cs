namespace Clinic.EmergencyBilling.Statements;

/// <summary>What a recorded statement is.</summary>
public enum StatementKind
{
    /// <summary>What a stay costs so far, or would; never stored.</summary>
    Preview,

    /// <summary>A bill of a closed stay; the last revision counts.</summary>
    Final,

    /// <summary>The exact negation of an invoiced bill, line by line.</summary>
    Credit,
}
