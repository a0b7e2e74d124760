namespace Clinic.EmergencyBilling.Rating;

/// <summary>Billed seconds in a row; frozen ones are all priced like one instant.</summary>
internal readonly record struct Stretch(long Start, long Seconds, long FrozenAt = Stretch.Running)
{
    public const long Running = long.MinValue;

    public bool IsFrozen => FrozenAt != Running;

    public long End => Start + Seconds;
}
