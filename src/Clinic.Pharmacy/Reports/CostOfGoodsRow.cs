using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reports;

/// <summary>What was issued of a product to a department, and what the lots that left had cost.</summary>
/// <param name="Product">The product.</param>
/// <param name="Department">The department that received it; null for patients and others.</param>
/// <param name="DepartmentName">Its name for people, or null.</param>
/// <param name="Issued">What left, less reversals.</param>
/// <param name="Returned">What came back, less reversals.</param>
/// <param name="Cost">The exact cost of what left and did not come back.</param>
public sealed record CostOfGoodsRow(
    ReportProduct Product, DepartmentId? Department, string? DepartmentName, StockQuantity Issued, StockQuantity Returned, Money Cost)
{
    /// <summary>What left and did not come back.</summary>
    public StockQuantity Used => Issued - Returned;
}
