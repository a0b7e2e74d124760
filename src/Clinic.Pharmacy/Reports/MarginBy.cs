namespace Clinic.Pharmacy.Reports;

/// <summary>By what margins are grouped; several at once are possible.</summary>
[Flags]
public enum MarginBy
{
    /// <summary>Only the sum per currency.</summary>
    None = 0,

    /// <summary>Per product.</summary>
    Product = 1,

    /// <summary>Per price segment: patients, insurers, staff, departments.</summary>
    Segment = 2,

    /// <summary>Per department that received the goods.</summary>
    Department = 4,

    /// <summary>Per calendar month at the site.</summary>
    Month = 8,
}
