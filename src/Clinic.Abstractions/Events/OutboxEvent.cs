using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Something that happened, on its way out after the commit.</summary>
/// <param name="Id">The id; receivers use it to know an event they have had.</param>
/// <param name="Tenant">The clinic.</param>
/// <param name="Type">The permanent name, such as <c>pharmacy.lot-recalled</c>.</param>
/// <param name="Json">The content as JSON: ids and figures.</param>
/// <param name="At">When it happened.</param>
/// <param name="Attempts">How often delivery was tried and failed.</param>
public sealed record OutboxEvent(Guid Id, TenantId Tenant, string Type, string Json, Instant At, int Attempts);
