using System.ComponentModel.DataAnnotations;

namespace Clinic.Pharmacy.Reports;

/// <summary>Habits of the reports.</summary>
public sealed class ReportOptions
{
    /// <summary>For how many days suggested purchases should last.</summary>
    /// <value>Default 30; 1 to 730.</value>
    [Range(1, 730)]
    public int CoverDays { get; set; } = 30;

    /// <summary>How many days a supplier takes to deliver.</summary>
    /// <value>Default 7; 0 to 365.</value>
    [Range(0, 365)]
    public int DeliveryDays { get; set; } = 7;
}
