namespace Clinic.Abstractions;

/// <summary>The family of a broken rule; decides the answer of a host.</summary>
public enum RuleKind
{
    /// <summary>The request is understood and breaks a rule (HTTP 422).</summary>
    Refused,

    /// <summary>The request itself is malformed (HTTP 400).</summary>
    Malformed,

    /// <summary>The actor lacks a right (HTTP 403).</summary>
    Forbidden,

    /// <summary>What was named is not there (HTTP 404).</summary>
    NotFound,

    /// <summary>Somebody else changed it, or the command id was used before (HTTP 409).</summary>
    Conflict,
}
