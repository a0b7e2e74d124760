using Clinic.Api.Problems;

namespace Clinic.Api.Binding;

/// <summary>A text to search for in a query.</summary>
public static class TextParameter
{
    private const int Longest = 200;

    /// <summary>The text, or null when there is none.</summary>
    /// <exception cref="ApiException">It is too long or holds control characters.</exception>
    public static string? Checked(string name, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return text.Length <= Longest && !text.Any(char.IsControl)
            ? text
            : throw new ApiException(400, ApiRules.ParameterInvalid, ("parameter", name), ("found", $"{text.Length} characters"), ("allowed", $"1 to {Longest} characters without control characters"));
    }
}
