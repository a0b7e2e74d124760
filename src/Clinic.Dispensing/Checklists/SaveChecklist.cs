using Clinic.Abstractions;

namespace Clinic.Dispensing.Checklists;

/// <summary>Writes or changes a checklist.</summary>
public sealed record SaveChecklist : DispensingCommand<ChecklistAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.save-checklist";

    /// <summary>The checklist to change; null for a new one.</summary>
    public ChecklistId? Checklist { get; init; }

    /// <summary>The version the caller read; needed for a change.</summary>
    public long? Version { get; init; }

    /// <summary>The department that requests by it.</summary>
    public required DepartmentId Department { get; init; }

    /// <summary>The name for people; 1 to 120 characters.</summary>
    public required string Title { get; init; }

    /// <summary>1 to 100 items, each presentation once.</summary>
    public required IReadOnlyList<ChecklistItem> Items { get; init; }

    /// <summary>Whether it is taken out of use.</summary>
    public bool IsRetired { get; init; }
}
