namespace Clinic.Pharmacy.Sales;

/// <summary>Which document names the buyer on an invoice.</summary>
/// <seealso href="https://www.sri.gob.ec/facturacion-electronica"/>
public enum DocumentKind
{
    /// <summary>Nobody in particular (consumidor final), 9999999999999.</summary>
    FinalConsumer,

    /// <summary>The taxpayer number (RUC) of Ecuador, 13 digits.</summary>
    Ruc,

    /// <summary>The identity card (cédula) of Ecuador, 10 digits.</summary>
    Cedula,

    /// <summary>A passport, 3 to 20 letters, digits or hyphens.</summary>
    Passport,

    /// <summary>Any other document, 1 to 20 characters.</summary>
    Other,
}
