namespace Clinic.Storage.Turso;

/// <summary>One statement of a commit. It needs nothing from the result of another.</summary>
/// <param name="Sql">One statement with the parameters <c>?1</c>, <c>?2</c> and so on; the same text every time, so that it stays prepared.</param>
/// <param name="Values">As many values as parameters.</param>
/// <param name="Guard">What must be true of it.</param>
internal readonly record struct Step(string Sql, SqlValue[] Values, Guard Guard);
