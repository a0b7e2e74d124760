namespace Clinic.Storage.Turso;

/// <summary>A statement of a batch, run only where its condition holds.</summary>
internal readonly record struct HranaStep(HranaStatement Statement, HranaCondition? Condition = null);
