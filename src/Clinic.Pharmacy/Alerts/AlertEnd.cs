namespace Clinic.Pharmacy.Alerts;

/// <summary>Why an alert is over.</summary>
public enum AlertEnd
{
    /// <summary>A scan found that the cause went away.</summary>
    CauseGone,

    /// <summary>A person closed it; while the same cause lasts it is not raised again.</summary>
    ByPerson,
}
