using System.IO;
using System.Reflection;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Writes one embedded resource of an assembly to a file.</summary>
public sealed class ExtractResource : Task
{
    [Required]
    public string AssemblyFile { get; set; }

    [Required]
    public string ResourceName { get; set; }

    [Required]
    public string OutputFile { get; set; }

    public override bool Execute()
    {
        // Loaded from bytes: loading by path would keep the package's file locked in the build server.
        var assembly = Assembly.Load(File.ReadAllBytes(AssemblyFile));
        using (var resource = assembly.GetManifestResourceStream(ResourceName))
        {
            if (resource == null)
            {
                Log.LogError("Expected '{0}' in '{1}', but the assembly has no such resource.", ResourceName, AssemblyFile);
                return false;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(OutputFile));
            using (var output = File.Create(OutputFile))
            {
                resource.CopyTo(output);
            }
        }

        return true;
    }
}
