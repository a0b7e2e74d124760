namespace Clinic.Api.EmergencyBilling;

/// <summary>A step of the bill of a stay.</summary>
/// <param name="Reason">Why; for settling, the receipt.</param>
/// <param name="Version">The version of the stay that was read; or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record BillStepRequest(string? Reason = null, long? Version = null);

/// <summary>Prices a closed stay again.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Version">The version of the stay that was read; or send it as If-Match.</param>
public sealed record RepriceStayRequest(string Reason, long? Version = null);

/// <summary>Asks again for a rejected invoice.</summary>
/// <param name="Version">The version of the invoice that was read; or send it as If-Match.</param>
public sealed record AskAgainRequest(long? Version = null);
