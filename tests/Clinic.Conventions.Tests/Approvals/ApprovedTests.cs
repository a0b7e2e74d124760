using Xunit.Sdk;

namespace Clinic.Conventions.Tests.Approvals;

public sealed class ApprovedTests : IDisposable
{
    private readonly string file = Path.Combine(
        Path.GetRelativePath(Repository.Root, AppContext.BaseDirectory), $"approved-{Environment.ProcessId}.txt");

    public void Dispose() => File.Delete(Path.Combine(Repository.Root, file));

    [Fact]
    public void Difference_fails_and_names_the_lines()
    {
        Approved.Matches(file, "one\ntwo\n", With("CLINIC_APPROVE=1"));

        Approved.Matches(file, "one\r\ntwo\r\n", With());
        var failure = Assert.ThrowsAny<XunitException>(() => Approved.Matches(file, "one\nthree\n", With()));

        Assert.Contains("- two", failure.Message, StringComparison.Ordinal);
        Assert.Contains("+ three", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Approving_is_refused_in_ci()
    {
        Assert.ThrowsAny<XunitException>(() => Approved.Matches(file, "text", With("CLINIC_APPROVE=1", "CI=true")));

        Assert.False(File.Exists(Path.Combine(Repository.Root, file)));
    }

    private static Func<string, string?> With(params string[] variables) =>
        name => variables.FirstOrDefault(v => v.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
}
