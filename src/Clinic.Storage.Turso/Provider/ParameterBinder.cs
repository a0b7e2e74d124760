namespace Clinic.Storage.Turso;

/// <summary>Finds the value of every parameter that the statements of a command use, before anything runs.</summary>
internal static class ParameterBinder
{
    /// <summary>Fills the values in the order of the statements and their parameters; gaps become NULL.</summary>
    /// <exception cref="InvalidOperationException">Parameters are missing or have no value; all of them are named.</exception>
    public static void Fill(SqlStatement[] statements, TursoParameterCollection parameters, SqlValue[] values, int at)
    {
        List<string>? missing = null;
        foreach (var statement in statements)
        {
            var uses = statement.Parameters;
            for (var i = 0; i < uses.Length; i++, at++)
            {
                if (Find(uses[i], parameters, i) is { } found) values[at] = found.Bound();
                else if (uses[i].IsGap) values[at] = SqlValue.Null;
                else (missing ??= []).Add(Shown(uses[i], parameters));
            }
        }

        if (missing is not null) throw new InvalidOperationException($"Values are missing for {string.Join(", ", missing.Distinct())}; add a parameter for each.");
    }

    private static TursoParameter? Find(in SqlParameter use, TursoParameterCollection parameters, int likely)
    {
        if (use.Name is { } name)
        {
            // Parameters mostly come in the order of the text.
            if (likely < parameters.Count && parameters.At(likely).IsCalled(name)) return parameters.At(likely);
            for (var i = 0; i < parameters.Count; i++)
            {
                if (parameters.At(i).IsCalled(name)) return parameters.At(i);
            }

            for (var i = 0; i < parameters.Count; i++)
            {
                if (use.IsNamed && IsOtherSign(parameters.At(i).ParameterName, name)) return parameters.At(i);
            }
        }

        return use.Position < 0 ? null : Unnamed(use.Position, parameters);
    }

    // :a is found by a parameter called @a.
    private static bool IsOtherSign(string called, string written) =>
        called.Length == written.Length && called[0] is '@' or ':' or '$' && called.AsSpan(1).SequenceEqual(written.AsSpan(1));

    private static TursoParameter? Unnamed(int position, TursoParameterCollection parameters)
    {
        var seen = 0;
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters.At(i).ParameterName.Length == 0 && seen++ == position) return parameters.At(i);
        }

        // With names only, as some callers add them, the order decides.
        return seen == 0 && position < parameters.Count ? parameters.At(position) : null;
    }

    private static string Shown(in SqlParameter use, TursoParameterCollection parameters)
    {
        if (use.Name is not { } name) return $"the parameter ? number {use.Position + 1}";
        for (var i = 0; i < parameters.Count; i++)
        {
            var called = parameters.At(i).ParameterName;
            if (called.TrimStart('@', ':', '$').Equals(name[1..], StringComparison.OrdinalIgnoreCase)) return $"{name} (there is {called}; upper and lower case matter)";
        }

        return name;
    }
}
