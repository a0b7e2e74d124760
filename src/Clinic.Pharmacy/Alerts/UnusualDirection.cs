namespace Clinic.Pharmacy.Alerts;

/// <summary>Which side of the usual consumption is looked at.</summary>
public enum UnusualDirection
{
    /// <summary>More and less.</summary>
    Both,

    /// <summary>Only more than usual.</summary>
    More,

    /// <summary>Only less than usual.</summary>
    Less,
}
