import { useEffect, useState } from "react";

/** True once the condition has held for so many milliseconds: what is over sooner is never shown, so nothing flashes. */
export function useDelayed(holds: boolean, milliseconds: number): boolean {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        setDue(holds);
      },
      holds ? milliseconds : 0,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [holds, milliseconds]);
  return holds && isDue;
}
