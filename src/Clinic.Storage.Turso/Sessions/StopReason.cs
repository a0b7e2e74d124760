namespace Clinic.Storage.Turso;

/// <summary>Why a running command is to stop.</summary>
internal enum StopReason
{
    None,

    /// <summary>The caller's token.</summary>
    Token,

    /// <summary>The caller's call of Cancel.</summary>
    Cancel,

    /// <summary>The command time-out.</summary>
    Timeout,
}
