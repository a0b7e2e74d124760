namespace Clinic.Dispensing.Returning;

/// <summary>In which condition something comes back; decides where it may be put.</summary>
public enum ReturnCondition
{
    /// <summary>Intact and kept as it must be.</summary>
    Unopened,

    /// <summary>Opened; goes to quarantine.</summary>
    Opened,

    /// <summary>Intact, but nobody knows how it was kept; goes to quarantine.</summary>
    Doubtful,
}
