namespace Clinic.Pharmacy.Alerts;

/// <summary>How soon somebody should look.</summary>
public enum AlertSeverity
{
    /// <summary>Worth a look this week.</summary>
    Notice,

    /// <summary>Needs somebody soon.</summary>
    Warning,

    /// <summary>Needs somebody today.</summary>
    Critical,
}
