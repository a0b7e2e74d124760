using Clinic.Abstractions;

namespace Clinic.Dispensing.Checklists;

/// <summary>One line of a checklist.</summary>
/// <param name="Presentation">What may be ticked.</param>
/// <param name="Quantity">How much is usual.</param>
/// <param name="Directions">The usual directions, or null.</param>
public sealed record ChecklistItem(PresentationId Presentation, Quantity Quantity, string? Directions = null);
