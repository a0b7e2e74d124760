using System.Data;

namespace Clinic.Storage.Turso;

/// <summary>Statements with their values, ready to run.</summary>
/// <param name="Statements">In order.</param>
/// <param name="Values">One for every parameter of every statement, in order; gaps included.</param>
/// <param name="Behavior">How the results will be read.</param>
/// <param name="Timeout">Seconds that one call may take; 0 is without limit.</param>
internal readonly record struct Work(SqlStatement[] Statements, SqlValue[] Values, CommandBehavior Behavior, int Timeout);
