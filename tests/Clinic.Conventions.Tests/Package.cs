using System.Reflection;

namespace Clinic.Conventions.Tests;

/// <summary>A package of src: its assembly, its folder, and the packages it may know beside the runtime.</summary>
internal sealed record Package(string Name, IReadOnlyList<string> MayKnow, bool MayUseDatabases = false)
{
    public Assembly Assembly => Assembly.Load(new AssemblyName(Name));

    public string Folder => Path.Combine(Repository.Root, "src", Name);

    public string ProjectFile => Path.Combine(Folder, Name + ".csproj");
}
