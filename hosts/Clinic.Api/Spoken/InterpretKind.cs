namespace Clinic.Api.Spoken;

/// <summary>What a sentence gave.</summary>
public enum InterpretKind
{
    /// <summary>Everything is certain; read it back, and send it when confirmed.</summary>
    Understood,

    /// <summary>Parts may mean several things; one of the choices is needed.</summary>
    Ambiguous,

    /// <summary>Names match nobody or nothing; near ones may be offered.</summary>
    Unknown,

    /// <summary>Parts were not said.</summary>
    Incomplete,

    /// <summary>All is clear and cannot be.</summary>
    Impossible,

    /// <summary>It is no command that may be acted on.</summary>
    NotUnderstood,
}
