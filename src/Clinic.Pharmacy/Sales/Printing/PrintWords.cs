using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Sales.Invoices;
using NodaTime;

namespace Clinic.Pharmacy.Sales.Printing;

/// <summary>Words, amounts and dates as they are printed in a language; the culture of the process plays no part.</summary>
internal sealed class PrintWords(string language)
{
    public string Language { get; } = language == "en" ? "en" : "es";

    private bool IsSpanish => Language == "es";

    public string Of(string spanish, string english) => IsSpanish ? spanish : english;

    /// <summary>An amount with the decimals of its currency; Spanish writes a comma.</summary>
    public string Amount(Money money) => Number(money.Amount, new string('0', money.Currency.Digits));

    public string Credit(Money money) => money.Amount == 0 ? Amount(money) : $"-{Amount(money)}";

    public string Quantity(Quantity quantity) => $"{Number(quantity.Value)} {quantity.Unit.Code.Trim('{', '}')}";

    public string Number(decimal value) => Decimals(value.ToString("0.########", CultureInfo.InvariantCulture));

    /// <summary>Date and time at a site, to the minute.</summary>
    public string At(Instant instant, Site site)
    {
        var local = instant.InZone(site.Zone);
        return local.ToString(IsSpanish ? "dd/MM/uuuu HH:mm" : "uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    public string Date(LocalDate date) => date.ToString(IsSpanish ? "dd/MM/uuuu" : "uuuu-MM-dd", CultureInfo.InvariantCulture);

    public string Kind(PaymentKind kind) => kind switch
    {
        PaymentKind.Cash => Of("Efectivo", "Cash"),
        PaymentKind.Card => Of("Tarjeta", "Card"),
        PaymentKind.BankTransfer => Of("Transferencia", "Bank transfer"),
        PaymentKind.Insurer => Of("Aseguradora", "Insurer"),
        PaymentKind.StaffAccount => Of("Cuenta de personal", "Staff account"),
        _ => Of("Crédito a departamento", "Department credit"),
    };

    public string Document(DocumentKind kind) => kind switch
    {
        DocumentKind.Ruc => "RUC",
        DocumentKind.Cedula => Of("Cédula", "Identity card"),
        DocumentKind.Passport => Of("Pasaporte", "Passport"),
        DocumentKind.FinalConsumer => Of("Consumidor final", "Final consumer"),
        _ => Of("Documento", "Document"),
    };

    public string Status(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Accepted => Of("autorizada", "accepted"),
        InvoiceStatus.Rejected => Of("rechazada", "rejected"),
        InvoiceStatus.Void => Of("anulada", "void"),
        _ => Of("pendiente", "pending"),
    };

    private string Number(decimal value, string decimals) =>
        Decimals(value.ToString(decimals.Length == 0 ? "0.########" : $"0.{decimals}", CultureInfo.InvariantCulture));

    private string Decimals(string invariant) => IsSpanish ? invariant.Replace('.', ',') : invariant;
}
