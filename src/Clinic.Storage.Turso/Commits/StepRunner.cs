using Clinic.Abstractions;
using Microsoft.Data.Sqlite;

namespace Clinic.Storage.Turso;

/// <summary>Runs the statements of a commit and checks their guards.</summary>
internal static class StepRunner
{
    /// <exception cref="ConcurrencyConflictException">A guard or unique key did not hold; the caller rolls back.</exception>
    public static bool RunAll(PhysicalConnection connection, Step[] steps)
    {
        foreach (var step in steps) Run(connection, step);
        return true;
    }

    /// <summary>Runs one step and asks its guard.</summary>
    public static void Run(PhysicalConnection connection, in Step step)
    {
        try
        {
            var holds = step.Guard.Kind switch
            {
                GuardKind.Holds => connection.Holds(step.Sql, step.Values),
                GuardKind.OneRow => connection.Execute(step.Sql, step.Values) == 1,
                _ => connection.Execute(step.Sql, step.Values) >= 0,
            };
            if (!holds) throw new ConcurrencyConflictException([step.Guard.Fact!.Value]);
        }
        catch (SqliteException e) when (!SqliteErrors.IsInterrupted(e))
        {
            throw SqliteErrors.Translate(e, step.Guard.Fact);
        }
    }
}
