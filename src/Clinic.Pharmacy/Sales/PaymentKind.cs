namespace Clinic.Pharmacy.Sales;

/// <summary>By what a sale is paid; a shift is closed per kind.</summary>
public enum PaymentKind
{
    /// <summary>Notes and coins, with change.</summary>
    Cash,

    /// <summary>A debit or credit card.</summary>
    Card,

    /// <summary>A bank transfer.</summary>
    BankTransfer,

    /// <summary>An insurer pays.</summary>
    Insurer,

    /// <summary>The account of a member of staff.</summary>
    StaffAccount,

    /// <summary>On credit to a department.</summary>
    DepartmentCredit,
}
