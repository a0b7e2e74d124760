namespace Clinic.Conventions.Tests.Approvals;

/// <summary>Text that a person has read: it changes only with <c>CLINIC_APPROVE=1</c>, never in CI.</summary>
internal static class Approved
{
    /// <summary>Compares with the file, or rewrites it when asked to.</summary>
    public static void Matches(string relativePath, string actual) =>
        Matches(relativePath, actual, Environment.GetEnvironmentVariable);

    public static void Matches(string relativePath, string actual, Func<string, string?> environment)
    {
        var path = Path.Combine(Repository.Root, relativePath);
        var text = actual.ReplaceLineEndings("\n");
        if (environment("CLINIC_APPROVE") == "1")
        {
            Assert.False(environment("CI") == "true", "CLINIC_APPROVE is refused in CI: approve on your machine and commit the file.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(approved == text, $"{relativePath} is not what the code says. {Difference(approved, text)} Read it, then run the tests with CLINIC_APPROVE=1.");
    }

    private static string Difference(string approved, string actual)
    {
        var (was, now) = (approved.Split('\n'), actual.Split('\n'));
        var gone = was.Except(now).Select(line => $"{Environment.NewLine}- {line}");
        var added = now.Except(was).Select(line => $"{Environment.NewLine}+ {line}");
        return string.Concat(gone.Concat(added).Take(40)) + Environment.NewLine;
    }
}
