namespace Clinic.Pharmacy.Sales.Printing;

/// <summary>On what a receipt is printed.</summary>
public enum ReceiptPaper
{
    /// <summary>The roll of a receipt printer, 80 mm wide.</summary>
    Roll80,

    /// <summary>A sheet of A4.</summary>
    A4,
}
