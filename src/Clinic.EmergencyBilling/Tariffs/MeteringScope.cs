namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>To what grace, minimum and blocks apply.</summary>
public enum MeteringScope
{
    /// <summary>To the sum of the stay.</summary>
    Stay,

    /// <summary>To each running segment between pauses.</summary>
    Segment,

    /// <summary>To the sum of each local date.</summary>
    LocalDay,
}
