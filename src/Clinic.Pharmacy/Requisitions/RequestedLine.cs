using Clinic.Abstractions;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>What somebody asks for.</summary>
/// <param name="Presentation">The presentation; once per requisition.</param>
/// <param name="Quantity">How much, in the base unit or a pack.</param>
public sealed record RequestedLine(PresentationId Presentation, Quantity Quantity);
